// Records every violation of the page's policies.
window.violations = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, disposition }) => {
  window.violations.push(`${effectiveDirective}: ${blockedURI} in ${sourceFile} (${disposition})`);
});
