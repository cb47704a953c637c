"""What one place of a plan says of what is asked: weighed, measured, cut to its few telling words."""
