"""Figures: what is measured and how it is drawn. Knows data/, not Streamlit."""
