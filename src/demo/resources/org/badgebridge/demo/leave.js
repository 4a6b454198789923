window.top.location = document.getElementById("leave").href;
