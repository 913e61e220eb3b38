"""AssetPermission."""

from __future__ import annotations

from enum import StrEnum


class AssetPermission(StrEnum):
    """Something that an API client may be allowed to do with an asset."""

    APP_DEBUG = "AppDebug"
    APP_CHANGE = "AppChange"
    APP_DELETE = "AppDelete"
    APP_USER_VIEW = "AppUserView"
    APP_DEPLOY = "AppDeploy"
    APP_RELEASE = "AppRelease"
    APP_MONITOR = "AppMonitor"
    APP_MONITOR_USER_INFO = "AppMonitorUserInfo"
    APP_ACCESS_MANAGE = "AppAccessManage"
    CFG_VIEW = "CfgView"
    APP_CFG_CHANGE = "AppCfgChange"
    CONN_CONFIG = "ConnConfig"
    APP_VIEW_SOURCE_CODE = "AppViewSourceCode"
    APP_GROUP_MANAGE = "AppGroupManage"
    CODE_QUALITY_VIEW = "CodeQualityView"
    CODE_QUALITY_MANAGE = "CodeQualityManage"
    UPDATES_VIEW = "UpdatesView"
