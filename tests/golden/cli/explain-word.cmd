explain leverage
