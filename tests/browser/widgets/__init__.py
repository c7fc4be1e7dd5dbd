"""A dashboard of nothing but Streamlit's own widgets, to see that all of them speak Chinese."""
