"""What takes several requests: pages, polling, uploads and downloads."""
