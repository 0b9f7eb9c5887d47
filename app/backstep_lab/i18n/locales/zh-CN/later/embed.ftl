# 地址、嵌入、分享。

locked = 已锁定：可以看，不能改。
notice-address-warning = 地址里的 { $name }={ $value } 无效，可用的值：{ $allowed }。已改用默认值。
problem-locked = 设置这一页的人锁定了这部分（{ $part }）：可以看，不能改。
problem-link = 链接不完整或被改动过，无法还原那一刻。请重新索取链接。
problem-beside-state = 链接已包含完整的一刻，不能再同时给出 { $part }。
picture-title = 一个标有数字的神经网络

share-moment = 打开时显示
share-here = 此刻
share-start = 示例的初始状态
share-lesson = 一课
share-which-lesson = 课
share-passage = 从第几段开始
share-view = 显示
share-view-all = { $model ->
    [graph] 计算图和面板
   *[network] 网络和面板
}
share-view-network = { $model ->
    [graph] 只有计算图
   *[network] 只有网络
}
share-view-formula = 只有公式
share-view-table = 只有数表
share-parts = 框内的控件
share-part-header = 页眉
share-part-preset = 示例选择
share-part-example = 样本选择
share-part-sheets = 菜单
share-part-display = 显示设置
share-part-timeline = 时间轴
share-part-steps = 步进按钮
share-part-play = 播放
share-part-passes = 整遍传播
share-part-training = 训练
share-part-predict = 预测
share-part-full = 打开完整页面的链接
share-part-text = 课文
share-locks = 锁定：可以看，不能改
share-lock-parameters = { $model ->
    [graph] 叶子的值
   *[network] 权重和偏置
}
share-lock-data = 样本
share-lock-focus = 显示哪个样本
share-lock-training = 训练设置
share-lock-network = { $model ->
    [graph] 程序
   *[network] 网络结构
}
share-lock-train = 训练
share-predict = 每个数在显示之前先提问
share-quiz = 测验：学习者不能关掉提问，面板也不显示所问的数
share-preview-true = { $width } × { $height }，实际大小
share-preview-scaled = { $width } × { $height }，按 { $percent }% 显示
share-qr = 链接的二维码
share-qr-large = 放大二维码到整个窗口
share-qr-close = 关闭放大的二维码
share-qr-too-long = 这个链接太长，放不进二维码。
share-too-large = 这一刻里你自己的数太多，放不进一个地址。下面给出的是示例的初始状态；要分享这一刻，请在“导出”里把会话存成文件。
share-panels = { $model ->
    [graph] 计算图旁的面板
   *[network] 网络旁的面板
}
share-panel-formula = 公式
share-panel-inspector = 详情
share-panel-views = 视图
share-panel-story = 关于这个示例
share-panel-published = 原文数字
share-panel-numbers = 全部数值
share-controls = 控件
share-controls-full = 全部
share-controls-step = 只留步进按钮
share-controls-none = 不显示
share-language = 框内语言
share-theme = 配色
share-size = 大小
share-size-fitting = 与所在栏同宽
share-preview = 预览
share-link = 链接
share-snippet = 粘贴用的代码
share-place = 用于
share-kind = 形式
share-kind-element = 跟随网页
share-kind-package = 软件包的一行代码
share-kind-frame = 普通框架
share-kind-picture = 带链接的图片
share-kind-element-how = 自动采用所在网页的语言、明暗主题和宽度，并取所需的高度。网页须允许来自本服务器的脚本。
share-kind-package-how = 用于装有 Backstep 软件包的站点：写法简短，生成站点时会报告未知的选项或预设。和元素一样跟随网页。
share-kind-frame-how = 用于允许框架但不允许脚本的网页。主题和语言随浏览器，除非在上面另行选择。
share-kind-picture-how = 用于既不允许框架也不允许脚本的网页，以及电子邮件和打印：这一时刻的图片，点击即可打开。
share-place-html = HTML
share-place-markdown = Markdown
share-place-sphinx = Sphinx（reStructuredText）
share-place-myst = 使用 MyST 的 Sphinx、Jupyter Book 1
share-place-jupyterbook = MyST、Jupyter Book 2
share-place-mkdocs = MkDocs
share-place-jupyter = Jupyter
share-place-marimo = marimo
share-place-quarto = Quarto
share-place-docusaurus = Docusaurus（MDX）
share-place-vitepress = VitePress
share-place-astro = Astro、Starlight
share-place-hugo = Hugo
share-place-jekyll = Jekyll
share-place-reveal = reveal.js
share-place-slidev = Slidev
share-place-marp = Marp
share-place-wordpress = WordPress
share-place-moodle = Moodle、Canvas
share-how-html = 放在网页的任意位置。
share-how-markdown = 前后各空一行。所用工具须允许在 Markdown 里写 HTML；GitHub 只允许图片。
share-how-sphinx = 放进任一 .rst 页面，前后各空一行。
share-how-myst = 放进使用 MyST 的 Sphinx 或 Jupyter Book 1 的 .md 页面。
share-how-jupyterbook = 放进任一 .md 页面，或笔记本的 Markdown 单元格。
share-how-mkdocs = 放进页面的 Markdown，前后各空一行。
share-how-jupyter = 放进代码单元格并运行。图片放进 Markdown 单元格。
share-how-marimo = 放进单元格并运行。
share-how-quarto = 放进任一 .qmd 页面。
share-how-docusaurus = 放进任一 .mdx 页面。
share-how-vitepress = 放进任一 .md 页面。
share-how-astro = 放进任一 .md 或 .mdx 页面。
share-how-hugo = 放进任一页面。框架和元素需要站点里有文件 layouts/shortcodes/rawhtml.html，其内容为一行 {"{{"} .Inner | safeHTML {"}}"}。
share-how-jekyll = 放进任一页面，前后各空一行。
share-how-reveal = 放在幻灯片之间。使用元素时，在框内点击之后，Escape、Page Up 和 Page Down 仍由幻灯片处理。
share-how-slidev = 放进任一张幻灯片。
share-how-marp = 放进任一张幻灯片；运行 Marp 时加上 --html。
share-how-wordpress = 把地址单独放在文章的一行：WordPress 会自动生成框架。图片放进“自定义 HTML”区块。
share-how-moodle = 打开文本的 HTML 源码（</>），粘贴进去。若保存后框架消失，请改用图片。
share-package-sphinx = 整个站点只需一次，在 conf.py 里写：extensions = ['backstep_embed.sphinx'] 和 backstep_server = '{ $home }'。代码放进任一 .rst 页面。
share-package-myst = 整个站点只需一次，在 conf.py 里写：extensions = ['myst_parser', 'backstep_embed.sphinx'] 和 backstep_server = '{ $home }'。代码放进任一 .md 页面。
share-package-mkdocs = 整个站点只需一次，在 mkdocs.yml 的 plugins 下写：- backstep: {"{"}server: '{ $home }'{"}"}。代码放进任一页面。
share-package-quarto = 整个站点只需一次，在 _quarto.yml 或页面开头写：backstep-server: { $home }，并把文件夹 _extensions/backstep 放在旁边。代码放进任一 .qmd 页面。
share-package-docusaurus = 整个站点只需一次：npm install backstep-embed。代码放进任一 .mdx 页面。
share-package-vitepress = 整个站点只需一次：npm install backstep-embed。代码放进任一 .md 页面。
share-package-hugo = 整个站点只需一次：把软件包的文件夹放为 themes/backstep，写上 theme = ['backstep', …]，并在 params 里写 backstepServer = '{ $home }'。代码放进任一页面。
copy = 复制
copied = 已复制。

scale = 字号
scale-value = { $percent }%
