"""The state of the playground: documents in Discord's shapes, who may do what, and what each viewer sees."""
