"""From workbook to store: ledgers, reading, checking, keeping. Knows neither Streamlit nor Plotly."""
