# Lessons, and the home page that lists them.

problem-lesson-not-found = There is no lesson “{ $name }”; there are { $choices }.
