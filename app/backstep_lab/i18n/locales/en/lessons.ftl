# Lessons.

home-lessons = Lessons
lesson-of = Lesson { $number }
lesson-region = Lesson
lesson-progress = Passage { $at } of { $count }
lesson-passage = Passage { $at }: { $heading }
lesson-passages = Passages of this lesson
lesson-back = Back
lesson-continue = Continue
lesson-show = Show me
lesson-again = Start this passage again
lesson-done = Done.
lesson-shown = This was the answer.
lesson-edit-missed = { $wanted ->
    [to] { $name } is now { $value }. Here it should be { $to }.
    [between] { $name } is now { $value }. Here it should be more than { $above } and less than { $below }.
    [above] { $name } is now { $value }. Here it should be more than { $above }.
    [below] { $name } is now { $value }. Here it should be less than { $below }.
   *[other] { $name } is as it was. Here it should change.
}
lesson-write = Write the formula
lesson-write-missed = { $differs ->
    [names] This formula should have { $names }, and no other inputs.
    [value] At the numbers of one example it comes to { $found }. There it should come to { $wanted }.
    [undefined] At the numbers of one example it is undefined. There it should come to { $wanted }.
    [gradient] Its value is right, but not its derivative by { $ref }: { $found } instead of { $wanted }.
   *[elsewhere] It is right for some numbers, but not for others.
}
lesson-train = Train
lesson-stop = Stop
lesson-previous = Previous lesson: { $title }
lesson-next = Next lesson: { $title }
lesson-all = All lessons
lesson-end = You have finished this lesson.
lesson-home = Home: lessons and networks
problem-lesson-not-found = There is no lesson “{ $name }”; there are { $choices }.

# The introduction for a first visit.
first-minute-at = { $at } of { $count }
first-minute-backward = Send the error back
first-minute-gradient = Update both weights
first-minute-skip = Skip the introduction
first-minute-ways = Where to go from here
first-minute-lesson = Begin with lesson 1
first-minute-playground = Watch a network learn a circle
first-minute-mazur = Step through Mazur’s worked example
