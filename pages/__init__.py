"""All that a browser sees; the only place, with app.py, that knows Streamlit."""
