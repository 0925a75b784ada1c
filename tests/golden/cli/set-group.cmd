set tests/edit/block.yaml channels.phone.objective.kind=service_level channels.phone.objective.target=80 channels.phone.objective.within=30s
