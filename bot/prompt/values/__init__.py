"""What stands after a parameter: each kind of value has its reader."""
