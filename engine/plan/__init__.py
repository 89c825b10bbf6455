"""From a request in the product's terms to the numbers that a family of models draws by."""
