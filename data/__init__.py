"""Where figures enter and are kept: shipped tables, releases, editions. Nothing else reads or writes them."""
