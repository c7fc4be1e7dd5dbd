// Streamlit repaints its own widgets when a reader switches between light and dark, but does not
// run the page again, so that charts and cards would keep the other colours. This asks it to.
export default function ({ data, setTriggerValue }) {
  const app = document.querySelector('[data-testid="stApp"]');
  let told = data.theme;
  const look = () => {
    const shown = getComputedStyle(app).colorScheme === "dark" ? "dark" : "light";
    if (shown === told) return;
    told = shown;
    setTriggerValue("switched", shown);
  };
  const watch = new MutationObserver(look);
  watch.observe(app, { attributes: true, attributeFilter: ["class", "style"] });
  look();
  return () => watch.disconnect();
}
