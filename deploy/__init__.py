"""How the dashboard is served: the ASGI entry, what it adds to Streamlit, and settings for servers around it."""
