"""Everything that can be downloaded, the print run, ZIPs and the manifest."""
