namespace sayso {}
