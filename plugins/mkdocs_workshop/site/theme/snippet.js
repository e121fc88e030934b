for (const code of document.querySelectorAll("[data-embed]")) {
  const page = document.querySelector(`a[href$="/${code.dataset.embed}"]`)
  if (page && !code.textContent.includes('src="http')) code.textContent = code.textContent.replace(/src="[^"]*"/, `src="${page.href}"`)
}
