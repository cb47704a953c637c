"""The unit that will issue the plan: its profile, its kind, its parts, and the bodies that ended in 2025."""
