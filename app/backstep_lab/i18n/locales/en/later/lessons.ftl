# Lessons.

lesson-of = Lesson { $number }
lesson-progress = Passage { $at } of { $count }
lesson-passage = Passage { $at }: { $heading }
lesson-passages = Passages of this lesson
lesson-show = Show me
lesson-again = Start this passage again
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
problem-lesson-not-found = There is no lesson “{ $name }”; there are { $choices }.
