// Returns every text and label on the page, shadow roots included, that a reader could meet.
() => {
  const found = [];
  const skip = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"]);
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.nodeValue.trim()) found.push(node.nodeValue.trim());
      return;
    }
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (skip.has(node.tagName) || node.dataset.testid === "stIconMaterial") return;
      if (getComputedStyle(node).display === "none") return;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) {
        const value = node.getAttribute(name);
        if (value && value.trim()) found.push(value.trim());
      }
      if (node.shadowRoot) visit(node.shadowRoot);
    }
    node.childNodes.forEach(visit);
  };
  visit(document.body);
  found.push(document.title);
  return found;
}
