for (const code of document.querySelectorAll("code[data-embed]")) code.textContent = code.textContent.replace(/src="[^"]*"/, `src="${new URL(code.dataset.embed, location.href).href}"`)
