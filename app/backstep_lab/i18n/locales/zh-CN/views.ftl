### What stands around the picture: views in the panel, sheets that the header opens.

region-views = 视图
sheet-close = 关闭
sheet-menu = 菜单

view-loss = 损失
