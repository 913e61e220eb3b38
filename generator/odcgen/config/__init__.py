"""What is generated, as odcgen.toml or the command line says it."""

from .builtin import builtin_config
from .command_line import config_for_files
from .documents import check_choice
from .file import find_config, load_config, nearest_config, parse_config
from .model import FILE_NAME, Config, DocumentConfig
from .names import package_name
from .references import template_folders

__all__ = [
    "FILE_NAME",
    "Config",
    "DocumentConfig",
    "builtin_config",
    "check_choice",
    "config_for_files",
    "find_config",
    "load_config",
    "nearest_config",
    "package_name",
    "parse_config",
    "template_folders",
]
