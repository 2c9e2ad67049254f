"""Words, labels and number formats in Indonesian (`id`) and English (`en`); imports only `model`."""
