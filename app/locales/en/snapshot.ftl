problem-order-optimizer = The order of updates can be compared for plain gradient descent only; this network is trained with { $name }.
