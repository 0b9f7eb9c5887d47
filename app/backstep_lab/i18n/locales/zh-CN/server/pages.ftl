page-needs-script = Backstep 的绘图和逐步演算需要 JavaScript，而这里把它关闭了。请为本页启用后重新加载。
page-not-loaded = Backstep 没能加载，现在还不能逐步演算。请检查网络连接，然后重试。
page-not-built = 页面尚未构建：请运行“make run”，它会构建并启动页面。API 已经可以使用。
page-to-the-lab = 前往实验室
page-api = Backstep 的 API
