# Lessons, and the home page that lists them.

problem-lesson-not-found = 没有名为“{ $name }”的课程；现有：{ $choices }。
