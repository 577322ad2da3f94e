import './install.css'

/** How to have every page looked at before it is shown. */
export function Install() {
  return (
    <section className="install">
      <h2>Have it look by itself</h2>
      <p>
        The browser extension asks before a page is shown. Mostly it says nothing, sometimes it puts a note
        beside the address bar, and rarely it stops you. It works without the server as well.
      </p>
      <details>
        <summary>Install it in Chrome, Edge or Chromium</summary>
        <ol>
          <li>
            Open <code>chrome://extensions</code> and switch on the developer mode.
          </li>
          <li>
            Choose “Load unpacked” and the folder <code>products/safe-browsing/page/dist/extension</code>.
          </li>
        </ol>
      </details>
    </section>
  )
}
