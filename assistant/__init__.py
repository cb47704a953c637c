"""The officer's side: questions answered, plans drafted and reviewed, the web page and the command."""
