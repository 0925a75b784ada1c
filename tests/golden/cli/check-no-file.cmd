check no-such-plan.yaml
