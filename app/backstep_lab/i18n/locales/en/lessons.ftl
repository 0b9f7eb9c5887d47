# The introduction for a first visit.

lesson-region = Lesson
lesson-back = Back
lesson-continue = Continue
lesson-done = Done.
lesson-shown = This was the answer.
first-minute-at = { $at } of { $count }
first-minute-backward = Send the error back
first-minute-gradient = Update both weights
first-minute-skip = Skip the introduction
first-minute-ways = Where to go from here
first-minute-lesson = Begin with lesson 1
first-minute-playground = Watch a network learn a circle
first-minute-mazur = Step through Mazur’s worked example
