for (const code of document.querySelectorAll("[data-embed]")) code.textContent = code.textContent.replace(/src="[^"]*"/, `src="${document.querySelector(`a[href$="/${code.dataset.embed}"]`).href}"`)
