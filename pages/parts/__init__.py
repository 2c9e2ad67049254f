"""What pages share: the frame, the address, the controls, the block around a chart."""
