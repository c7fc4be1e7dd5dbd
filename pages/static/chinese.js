// Streamlit's own texts in Chinese. It has no setting for them, so this replaces them as they
// appear. Loaded from index.html: it still works when the connection is lost. Only Streamlit's
// frame and widgets are touched, never what a page writes. A browser test walks all pages and
// fails on English that is not in here.
(() => {
  const WORDS = {
    // upload
    "Upload": "选择文件", "file upload": "选择文件", "Browse files": "选择文件", "Add files": "继续添加", "Upload files": "选择文件",
    "Upload directories": "选择文件夹", "Drag and drop a file here": "把文件拖到这里",
    "Drag and drop file here": "把文件拖到这里", "Drag and drop files here": "把文件拖到这里，可多个",
    "Drag and drop directories here": "把文件夹拖到这里", "Error uploading file": "上传失败，请重试",
    "Error deleting file": "移除失败，请重试", "File type not allowed.": "不支持此类文件",
    // choosing
    "Choose an option": "请选择", "Choose options": "请选择，可多选", "Select...": "请选择", "No results": "没有匹配项",
    "Add options": "添加选项", "Add an option": "添加选项", "Choose or add an option": "请选择或填写", "Choose or add options": "请选择或填写",
    "No options to select": "没有可选项", "No options to select.": "没有可选项", "Select all": "全选", "Clear all": "全部清除",
    "Clear value": "清除", "Clear selection": "取消选择", "Clear": "清除", "Open": "展开", "Selected values": "已选",
    "Dismiss": "关闭", "Selectbox options": "选项", "Multiselect options": "选项", "No options": "没有可选项", "add icon": "添加",
    // dates and numbers
    "Choose date": "选择日期", "Choose date range": "选择起止日期", "Choose date and time": "选择日期和时间",
    "Date range": "起止日期", "Time": "时间", "Calendar": "日历", "Quick select a date range": "常用时段",
    "Past Week": "最近一周", "Past Month": "最近一月", "Past 3 Months": "最近三个月", "Past 6 Months": "最近半年",
    "Past Year": "最近一年", "Past 2 Years": "最近两年", "Clear date": "清除日期", "Clear dates": "清除日期",
    "Clear time": "清除时间", "Previous month": "上个月", "Next month": "下个月", "year": "年", "month": "月", "day": "日", "yyyy": "年", "mm": "月", "dd": "日",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": "用方向键移动日期，回车选定，Esc 关闭。",
    "Increment": "增加", "Decrement": "减少", "Press Enter to apply": "按回车确认", "Press Enter to submit form": "按回车提交",
    // tables
    "Search": "搜索", "Type to search": "输入关键字", "Close Search": "关闭搜索", "Previous Result": "上一处", "Next Result": "下一处",
    "Download as CSV": "下载为 CSV", "Download as PNG": "下载为图片", "Download plot as a PNG": "下载图片", "Show/hide columns": "显示或隐藏列",
    "Sort ascending": "升序", "Sort descending": "降序", "Pin column": "冻结此列", "Unpin column": "取消冻结",
    "Hide column": "隐藏此列", "Autosize": "自动列宽", "Copy column name": "复制列名", "Format": "格式",
    "Statistics": "统计", "Values": "值", "Empty": "空", "empty": "空", "Distinct": "不同值", "Minimum": "最小",
    "Maximum": "最大", "Average": "平均", "Median": "中位数", "Sum": "合计", "Count": "个数", "Range": "范围",
    "Standard deviation": "标准差", "Minimum length": "最短", "Maximum length": "最长", "Average length": "平均长度",
    "Based on sample": "按抽样计算", "Automatic": "自动", "Localized": "本地格式", "Plain": "不分节", "Compact": "简写",
    "Percent": "百分数", "Scientific": "科学计数", "Accounting": "会计格式", "Duration": "时长", "Distance": "距今",
    "Dollar": "美元", "Euro": "欧元", "Yen": "日元", "Delete row(s)": "删除所选行", "Add row": "新增一行",
    "Dataframe column menu": "列菜单", "Show data": "显示数据", "Show chart": "显示图表", "No data": "无数据",
    "No content": "无内容", "Pagination": "分页", "Previous page": "上一页", "Next page": "下一页",
    // page frame
    "Fullscreen": "全屏", "Enter fullscreen": "全屏", "Close fullscreen": "退出全屏", "Toggle fullscreen": "全屏",
    "Copy to clipboard": "复制", "Copy": "复制", "Copied": "已复制", "Link to heading": "标题链接", "Close": "关闭", "Cancel": "取消",
    "Main menu": "菜单", "Settings": "设置", "Print": "打印", "Rerun": "刷新", "About": "关于", "Get help": "帮助",
    "Report a bug": "反馈问题", "Clear cache": "清除缓存", "Clear caches": "清除缓存", "Auto rerun": "自动刷新", "Theme": "外观",
    "Choose app theme": "外观", "Use system setting": "跟随系统", "System": "跟随系统", "Light": "浅色", "Dark": "深色",
    "Wide mode": "宽屏", "Record a screencast": "录制屏幕", "Sidebar": "侧栏", "Expand sidebar": "展开侧栏", "Collapse sidebar": "收起侧栏",
    "App pages": "页面", "Navigate to home page": "回到首页", "Skip to main content": "跳到正文", "Logo": "标志",
    "Streamlit logo": "标志", "View less": "收起", "Notifications": "通知", "Scroll tabs left": "向左", "Scroll tabs right": "向右",
    "Running...": "正在计算", "RUNNING...": "正在计算", "Running": "正在计算", "Stop": "停止", "Stop script": "停止",
    "Connecting": "正在连接", "CONNECTING": "正在连接", "Connecting to Streamlit server": "正在连接服务器", "Loading…": "正在加载",
    "Loading...": "正在加载", "Please wait...": "请稍候", "Please wait…": "请稍候",
    // troubles
    "Connection error": "与服务器的连接已断开", "Connection lost": "连接已断开", "Connection timed out.": "连接超时",
    "Connection lost. Please wait for the app to reconnect, then try again.": "连接已断开，请等待恢复后重试。",
    "Reconnected to server.": "已重新连接", "Try again": "重试", "Page not found": "页面不存在",
    "Script execution error": "页面出错了", "Bad message format": "页面出错了",
    "An error has occurred, please try again.": "出错了，请重试。", "Download failed": "下载失败", "Failed to generate file for download": "文件没有生成，请稍后重试", "Error:": "出错：", "Error": "出错",
  };
  const KINDS = (list) => list.replace(/, /g, "、");
  const PARTS = { year: "年", month: "月", day: "日", hour: "时", minute: "分" };
  const DAY = (text) => {
    const day = new Date(text);
    return Number.isNaN(day.valueOf()) ? text : `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
  };
  const PATTERNS = [
    [/^(year|month|day|hour|minute), (.*)$/, (m) => `${PARTS[m[1]]}，${m[2]}`],
    [/^(.+) (start|end) date$/, (m) => m[1] + (m[2] === "start" ? "开始日期" : "结束日期")],
    [/^(\d+) options? available\.$/, (m) => `共 ${m[1]} 个选项`],
    [/^(.+), selected\.?$/, (m) => `${m[1]}，已选`],
    [/^Choose date( range)?, (.+)$/, (m) => `选择日期，${m[2]}`],
    [/^(?:Invalid date|Selected date unavailable\.|Invalid date:.*)$/, () => "日期无效"],
    [/^Start date must be before end date\.$/, () => "开始日期须早于结束日期"],
    [/^Selected Date: (.+)$/, (m) => `已选日期：${DAY(m[1])}`],
    [/^Selected Range: (.+) to (.+)$/, (m) => `已选起止日期：${DAY(m[1])}至${DAY(m[2])}`],
    [/^(\d+(?:\.\d+)?\s?[KMGT]?B) per file(?:\s*•\s*(.*))?$/, (m) => `单个文件不超过 ${m[1]}` + (m[2] ? `；支持 ${KINDS(m[2])}` : "")],
    [/^Limit (.+) per file(?:\s*•\s*(.*))?$/, (m) => `单个文件不超过 ${m[1]}` + (m[2] ? `；支持 ${KINDS(m[2])}` : "")],
    [/^(?:File must be|.+ files? must be) (.+?) or smaller\.?$/, (m) => `文件不能超过 ${m[1]}`],
    [/^File is larger than (.+)$/, (m) => `文件不能超过 ${m[1]}`],
    [/^(.+) files are not allowed\.?$/, () => "不支持此类文件"],
    [/^File type must be (?:one of )?(.+?)\.?$/, (m) => `只支持 ${KINDS(m[1])}`],
    [/^Remove (.+)$/, (m) => `移除 ${m[1]}`],
    [/^(\d+) files?$/, (m) => `${m[1]} 个文件`],
    [/^Showing page (\d+) of (\d+)$/, (m) => `第 ${m[1]} 页，共 ${m[2]} 页`],
    [/^View (\d+) more$/, (m) => `展开其余 ${m[1]} 项`],
    [/^Select (\d+) match(?:es)?$/, (m) => `选中 ${m[1]} 个匹配项`],
    [/^You can only select up to (\d+) options?.*$/, (m) => `最多选 ${m[1]} 项`],
    [/^Press .*Enter to (?:apply|submit.*)$/, () => "按回车确认"],
    [/^Download as ([A-Z]{3})$/, (m) => `下载为 ${m[1]}`],
    [/^Help for (.+)$/, (m) => `说明：${m[1]}`],
    [/^([A-Z][A-Za-z/ ]+): (.+)$/, (m) => (WORDS[m[1]] ? `${WORDS[m[1]]}：${m[2]}` : m[0])],
    [/^Attempting to connect to .*$/, () => "正在重新连接"],
    [/^(?:Is Streamlit still running|Streamlit server is not responding|The server is not responding).*$/, () =>
      "服务器没有响应。请检查内网连接；恢复后本页自动重连，超过两分钟请联系管理员。"],
    [/^(?:Are you connected to the internet|If you just started).*$/, () => "恢复后自动重连。"],
    [/^The page that you have requested does not seem to exist.*$/, () => "没有这个页面，已回到首页。"],
    [/^You have requested page .*$/, () => "没有这个页面，已回到首页。"],
  ];

  const translate = (text) => {
    const key = text.trim();
    if (!key || key.length > 240 || !/[A-Za-z]/.test(key)) return null;
    if (Object.prototype.hasOwnProperty.call(WORDS, key)) return text.replace(key, () => WORDS[key]);
    for (const [pattern, say] of PATTERNS) {
      const found = key.match(pattern);
      if (found) return text.replace(key, () => say(found));
    }
    return null;
  };

  // What belongs to Streamlit: everything outside the app's root, its frame, and its widgets' own parts.
  const FRAME =
    '[data-testid="stSidebar"],[data-testid="stHeader"],[data-testid="stToolbar"],[data-testid="stElementToolbar"],' +
    '[data-testid="stStatusWidget"],[data-testid="stMainMenu"],[data-testid="stConnectionStatus"],[data-testid="stFileUploader"],' +
    '[data-testid="stSelectbox"],[data-testid="stMultiSelect"],[data-testid="stDateInput"],[data-testid="stTimeInput"],' +
    '[data-testid="stNumberInput"],[data-testid="InputInstructions"],[data-testid="stSkipLink"],[data-testid="stDialog"],' +
    '[data-testid="stAlert"],[data-testid="stFullScreenFrame"],[data-testid="stDataFrame"],[data-testid="stTabs"],[data-testid="stHeadingWithActionElements"],' +
    '[role="dialog"],[role="listbox"],[role="menu"],[role="tooltip"],[data-baseweb="popover"],a[href^="#"]';
  const OURS = 'input,textarea,[contenteditable],script,style,[data-testid="stMarkdownContainer"] *,[data-testid="stHtml"] *';
  // A widget's own words that Streamlit renders like a page's text.
  const THEIRS = '[data-testid="stFileUploader"] button,[data-testid="stFileUploaderDropzone"],' +
    '[data-testid="stDateInput"] [data-placeholder]';
  const touchable = (node, attributes) => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    if (!element || element.closest("script,style")) return false;
    if (!attributes && element.closest(OURS) && !element.closest(THEIRS)) return false;
    return Boolean(element.closest(FRAME)) || !element.closest("#root");
  };

  const onText = (node) => {
    if (!touchable(node, false)) return;
    const said = translate(node.nodeValue);
    if (said !== null && said !== node.nodeValue) node.nodeValue = said;
  };
  const onAttributes = (element) => {
    if (element.closest('[data-testid="stHtml"]')) return;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      const value = element.getAttribute(name);
      const said = value && translate(value);
      if (said && said !== value) element.setAttribute(name, said);
    }
  };
  const walk = (root) => {
    if (root.nodeType === 3) return onText(root);
    if (root.nodeType !== 1) return undefined;
    onAttributes(root);
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (nodes.nextNode()) {
      const node = nodes.currentNode;
      if (node.nodeType === 3) onText(node);
      else onAttributes(node);
    }
    return undefined;
  };

  const begin = () => {
    walk(document.body);
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === "characterData") onText(change.target);
        else if (change.type === "attributes") onAttributes(change.target);
        else change.addedNodes.forEach(walk);
      }
    }).observe(document.body, {
      subtree: true, childList: true, characterData: true, attributes: true,
      attributeFilter: ["aria-label", "title", "placeholder", "alt"],
    });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
