"""What is asked: language, kind, agency, subject, plan and year; follow-ups completed."""
