// Below Chromium 94 Streamlit's page stays blank: its code does not even parse. This file is
// written for the oldest browsers, and says so in Chinese instead.
(function () {
  function parses(code) {
    try { new Function(code); return true; } catch (error) { return false; }
  }
  if (parses("class A { static { this.b = 1; } }")) return;
  function refuse() {
    document.body.innerHTML = "";
    var note = document.createElement("div");
    note.setAttribute("style", "max-width:36em;margin:12% auto;padding:0 1em;font:18px/1.8 'Microsoft YaHei',sans-serif");
    var title = document.createElement("h1");
    title.appendChild(document.createTextNode("请升级浏览器"));
    var text = document.createElement("p");
    text.appendChild(document.createTextNode(
      "当前浏览器版本过低，无法打开巡察数据看板。请使用 Microsoft Edge、谷歌浏览器或 360 安全浏览器（极速模式）的较新版本，" +
      "内核须为 Chromium 94 或以上。Windows 7 可用谷歌浏览器 109。"));
    note.appendChild(title);
    note.appendChild(text);
    document.body.appendChild(note);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", refuse);
  else refuse();
})();
