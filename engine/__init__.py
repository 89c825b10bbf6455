"""The GPU side of Fourup: turns a request for pictures into pictures. It knows nothing of Discord."""
