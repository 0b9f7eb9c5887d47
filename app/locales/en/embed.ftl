# Addresses, frames, sharing.

locked = Locked: you can look, not change it.
notice-slip = The address says { $name }={ $value }, which cannot be. Allowed: { $allowed }. The default is used.
problem-locked = Whoever set this up has locked this part ({ $part }): you can look at it, not change it.
problem-link = This link was cut short or changed on its way, so it leads to no moment. Please ask for it again.
problem-beside-state = The link holds a whole moment; { $part } cannot be given beside it.
picture-title = A neural network with its numbers
