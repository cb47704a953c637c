"""The page in the browser: chat with cited answers, the source beside it, the library of plans.

``app`` wires (and alone imports gradio), ``handlers`` act, ``*rendering`` turn nouns into HTML.
Nothing is imported here, so that the command line stays quick.
"""
