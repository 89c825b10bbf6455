"""What is done with a picture, not what is made of it: kept, looked into, taken away, gone on from with other words."""
