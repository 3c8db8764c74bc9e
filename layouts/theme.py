"""The Mantine theme: the site's blue, ink, font and sizes for all components of dash-mantine-components.

For `dmc.MantineProvider(theme=MANTINE_THEME, forceColorScheme="light")`. Colours that a component takes from
elsewhere than the theme are put right in `assets/mantine-contrast.css`.
"""

from typing import Any

FONT = 'Inter, "Source Sans 3", Arial, sans-serif'

LIST: dict[str, Any] = {  # the list scrolls itself, not a box around it, which the keyboard could not reach
    "defaultProps": {"withScrollArea": False, "comboboxProps": {"width": 280, "position": "bottom-start"}},
    "styles": {"options": {"maxHeight": "16rem", "overflowY": "auto"}},
}

MANTINE_THEME: dict[str, Any] = {
    "colors": {
        "blue": [  # of a notice (0) over the action colour (7) to what is pointed at or pressed (8)
            *("#E6F0FA", "#CFE1F4", "#A6C8EA", "#7BADDF", "#5394D5"),
            *("#3380CB", "#1F6FC2", "#0E5EB8", "#004099", "#002E70"),
        ]
    },
    "primaryColor": "blue",
    "primaryShade": 7,
    "autoContrast": True,
    "black": "#333332",
    "fontFamily": FONT,
    "headings": {"fontFamily": FONT},
    "fontSizes": {"xs": "0.84375rem", "sm": "0.9375rem", "md": "1rem", "lg": "1.125rem", "xl": "1.375rem"},
    "radius": {"sm": "6px"},
    "defaultRadius": "sm",
    "respectReducedMotion": True,
    "components": {
        "Combobox": {"defaultProps": {"withinPortal": False}},  # a list inside <main>, not after all landmarks
        "Select": LIST,
        "MultiSelect": LIST,
        "SegmentedControl": {"defaultProps": {"color": "blue"}},  # the choice shows by more than white on grey
    },
}
