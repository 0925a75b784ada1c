rename examples/retail.yaml gaps.evening-cover late-cover
