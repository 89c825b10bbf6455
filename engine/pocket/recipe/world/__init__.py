"""The world that Pocket knows: scenes drawn at random from seeds, with captions that are true."""
