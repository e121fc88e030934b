// Marks the check for the reader alone.
workshopCheck(document.getElementById('check-form'), JSON.parse(document.getElementById('check-data').textContent))
