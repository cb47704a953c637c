"""Gold questions, metrics, runs, baselines, report."""
