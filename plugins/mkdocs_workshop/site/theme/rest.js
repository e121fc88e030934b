/* The rest of the frame, which needs scripts, is made when the page is there. */
if (window.workshopRest) workshopRest()
