explain monthly
