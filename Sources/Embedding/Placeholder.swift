// Placeholder: goes away with the first real file.
