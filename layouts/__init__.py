"""Pages and what they look like: layouts, addresses, assets. Dash only; no pandas, no SQL, no arithmetic."""
