"""核查发现: every finding with its operands and its cell; a reviewer accepts or rejects them, one or many."""
