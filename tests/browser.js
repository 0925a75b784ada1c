// browser.js - for tests: looks at pages with Debian's chromium
//
// Reads a list of {path, looks, pdf} as JSON and writes a list of what each look
// found; browser.py says what the looks are. Every request but the page's own is
// blocked and told.
"use strict";

const fs = require("fs");
const { pathToFileURL } = require("url");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
	"best-practice"];
// size of the window and what the media are asked for
const WIDE = [1280, 900];
const LIGHT = { "prefers-color-scheme": "light" };
const DARK = { "prefers-color-scheme": "dark" };
const STATES = {
	light: [WIDE, LIGHT],
	dark: [WIDE, DARK],
	narrow: [[360, 740], LIGHT],
	// 1280 by 1024 at 400 %
	zoomed: [[320, 256], LIGHT],
};
const COLORS = { light: LIGHT, dark: DARK,
	forced: { "forced-colors": "active" } };

async function set_state(page, name) {
	await set_window(page, ...STATES[name]);
}

async function set_window(page, [width, height], media) {
	await page.setViewport({ width, height });
	await page.client.send("Emulation.setEmulatedMedia", {
		features: Object.entries(media).map(
			([name, value]) => ({ name, value })),
	});
}

// --- in the page --------------------------------------------------------------
// A few functions that the others use there.
const SHARED = `
	window.shown = element => element.checkVisibility(
		{ contentVisibilityAuto: false, visibilityProperty: true });
	window.told = element => element.outerHTML.slice(0, 160);
`;

// What is folded is looked at, too.
function open_all() {
	for (const element of document.querySelectorAll("details"))
		element.open = true;
}

async function run_axe(tags, rules) {
	// a block of the review and its section may have one title
	rules["landmark-unique"] = { enabled: false };
	const found = await axe.run(document, { runOnly: tags, rules,
		resultTypes: ["violations", "incomplete"] });
	const list = rows => rows.flatMap(row => row.nodes.map(node => row.id +
		": " + node.target.join(" ") + " " + node.html.slice(0, 160) +
		" " + (node.any[0] || node.all[0] || node.none[0] || {}).message));
	// it can't know what lies behind texts of drawings
	for (const row of found.incomplete)
		row.nodes = row.nodes.filter(node => !document.querySelector(
			node.target[0]).closest("svg"));
	return { violations: list(found.violations),
		unsure: list(found.incomplete).filter(line =>
			!/non-text characters|too short|partially obscured/
				.test(line)) };
}

// What is wider than the window, or covers much of it wherever one scrolls.
function look_fits() {
	const wide = document.scrollingElement.scrollWidth;
	const bad = wide <= innerWidth ? [] : ["the page is " + wide +
		" wide in " + innerWidth];
	for (const element of document.body.querySelectorAll("*")) {
		const style = getComputedStyle(element);
		const box = element.getBoundingClientRect();
		if (wide > innerWidth && box.right > innerWidth &&
		    !element.parentElement.closest(".found"))
			bad.push(told(element));
		if (/fixed|sticky/.test(style.position) && shown(element) &&
			!element.closest("caption") &&
		    box.height > innerHeight / 3 && box.width > innerWidth / 3)
			bad.push("stays in sight: " + told(element));
	}
	return bad;
}

// Anchors, ids, headings, landmarks, names: what is wrong with them.
function look_structure() {
	const bad = [];
	const all = [...document.querySelectorAll("*")];
	const ids = new Map();
	for (const element of all) {
		const id = element.getAttribute("id");
		if (id !== null) {
			if (ids.has(id) || !id || /\s/.test(id))
				bad.push("id again or odd: " + told(element));
			ids.set(id, element);
		}
	}
	for (const element of all) {
		const href = element.getAttribute("href");
		if (href && href[0] === "#" &&
		    !ids.has(decodeURIComponent(href.slice(1))))
			bad.push("leads nowhere: " + told(element));
		for (const name of ["aria-labelledby", "aria-describedby",
			"aria-controls", "headers", "for"])
			for (const id of (element.getAttribute(name) || "")
				.split(/\s+/).filter(id => id))
				if (!ids.has(id))
					bad.push(name + " of nothing: " +
						told(element));
	}
	let level = 0;
	const headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")];
	for (const element of headings) {
		const own = Number(element.tagName[1]);
		if (own > level + 1 || (own === 1 && level))
			bad.push("level skipped, or h1 again: " +
				told(element));
		if (!element.textContent.trim())
			bad.push("an empty heading: " + told(element));
		level = own;
	}
	if (!headings.length)
		bad.push("no heading");
	for (const name of ["header", "nav", "main", "footer"]) {
		const n = document.querySelectorAll("body > " + name).length;
		if (n > 1 || (!n && name === "main"))
			bad.push("not one landmark " + name);
	}
	for (const table of document.querySelectorAll("table")) {
		const before = table.previousElementSibling;
		if (!(table.caption && table.caption.textContent.trim()) &&
		    !(before && /^H[2-6]$/.test(before.tagName)))
			bad.push("no caption: " + told(table));
		if (!table.tHead)
			bad.push("no header: " + told(table));
		for (const head of table.querySelectorAll("th"))
			if (!/^(col|row|colgroup|rowgroup)$/.test(head.scope))
				bad.push("no scope: " + told(head));
		for (const row of table.rows)
			if ([...row.cells].reduce((sum, cell) =>
				sum + cell.colSpan, 0) !==
			    [...table.rows[0].cells].reduce((sum, cell) =>
				sum + cell.colSpan, 0))
				bad.push("cells missing: " + told(row));
	}
	for (const svg of document.querySelectorAll("svg")) {
		if (svg.getAttribute("aria-hidden") === "true")
			continue;
		const first = svg.firstElementChild;
		if (svg.getAttribute("role") !== "img" || !first ||
		    first.tagName !== "title" || !first.textContent.trim() ||
		    !svg.querySelector("desc"))
			bad.push("a drawing without a role, title or " +
				"description: " + told(svg));
	}
	return bad;
}

// All that a page may be asked for by what stands in it.
function look_closed() {
	const bad = [];
	const policy = document.querySelector(
		"meta[http-equiv='Content-Security-Policy']");
	const said = policy ? policy.content : "";
	if (!/^default-src 'none'(;|$)/.test(said) ||
	    !/style-src 'sha256-[^' ]+'(;|$)/.test(said) ||
	    /unsafe|script-src|https?:|\*/.test(said))
		bad.push("the policy: " + said);
	if (document.styleSheets.length !== 1 ||
	    !document.styleSheets[0].cssRules.length)
		bad.push("style sheets in use: " +
			document.styleSheets.length);
	for (const element of document.querySelectorAll("*")) {
		if (/^(script|iframe|object|embed|base|form|link|audio|video|img|image|foreignObject|use|animate|set)$/i
			.test(element.localName))
			bad.push("an element: " + told(element));
		for (const { name, value } of element.attributes) {
			if (/^(on|style$|src|action$|formaction$|ping$|target$)/
				.test(name))
				bad.push("an attribute " + name + ": " +
					told(element));
			if (/href$/.test(name) && !/^(#|mailto:)/.test(value))
				bad.push("a link: " + told(element));
			const own = /^url\(#([^)]*)\)$/.exec(value);
			if (/url\(/i.test(value) && !(own &&
			    document.getElementById(own[1])))
				bad.push("an address in " + name + ": " +
					told(element));
		}
	}
	return bad;
}

// What is read once the style is gone, and what only the style said.
function look_plain() {
	const bad = [];
	const letters = /[\p{L}\p{N}]/u;
	for (const element of document.body.querySelectorAll("*"))
		for (const part of ["::before", "::after", "::marker"]) {
			const content = getComputedStyle(element, part).content;
			if (content && /^["']/.test(content) &&
			    letters.test(content) && shown(element))
				bad.push("said by the style alone: " + content +
					" " + told(element));
		}
	const headings = () => [...document.querySelectorAll(
		"h1,h2,h3,h4,caption")].filter(shown);
	// in the narrow window all stands below one another
	const places = headings().map(heading =>
		heading.getBoundingClientRect().top);
	places.forEach((top, i) => {
		if (i && top < places[i - 1] - 1)
			bad.push("the style puts it above what it follows: " +
				told(headings()[i]));
	});
	for (const style of document.querySelectorAll("style"))
		style.remove();
	for (const element of document.body.querySelectorAll("*"))
		if (element.localName !== "title" &&
		    element.localName !== "desc" && !element.closest("svg") &&
		    !element.closest("details:not([open])") &&
		    element.textContent.trim() && !shown(element))
			bad.push("not shown: " + told(element));
	for (const svg of document.querySelectorAll("svg[aria-hidden]"))
		if (svg.getBoundingClientRect().height > 60)
			bad.push("large without the style: " + told(svg));
	return bad;
}

// What Tab is to reach; each that it does reach is kept with how it looks then.
function prepare_tab() {
	const wanted = [...document.querySelectorAll(
		"a[href], summary, button, input, [tabindex='0']")]
		.filter(shown);
	window.reached = new Map();
	addEventListener("focusin", event => {
		const style = getComputedStyle(event.target);
		const box = event.target.getBoundingClientRect();
		reached.set(event.target, style.outlineStyle !== "none" &&
			parseFloat(style.outlineWidth) >= 2 &&
			box.bottom > 0 && box.top < innerHeight);
	});
	window.wanted = wanted;
	scrollTo(0, 0);
	return wanted.length;
}

function look_tab() {
	const bad = wanted.filter(element => !reached.has(element)).map(
		element => "not reached: " + told(element));
	for (const [element, good] of reached)
		if (!good)
			bad.push("no visible focus: " + told(element));
	const order = [...reached.keys()];
	if (order.length && !/^#/.test(order[0].getAttribute("href") || ""))
		bad.push("a skip link isn't first: " + told(order[0]));
	order.forEach((element, i) => {
		if (i && !(order[i - 1].compareDocumentPosition(element) &
			Node.DOCUMENT_POSITION_FOLLOWING))
			bad.push("out of order: " + told(element));
	});
	return bad;
}

// Marks in the text of all that may be cut or parted where pages end: of cells
// the table, row and whether they begin or end it; of headings what follows.
function mark_for_print() {
	const mark = (element, text, last) => {
		const span = document.createElement("span");
		span.textContent = " [[" + text + "]] ";
		span.style.setProperty("font-size", "1px");
		last ? element.append(span) : element.prepend(span);
	};
	let rows = 0, heads = 0;
	[...document.querySelectorAll("table")].forEach((table, t) => {
		if (!shown(table) || (table.tHead && !shown(table.tHead)))
			return;
		if (table.tHead)
			mark(table.tHead.rows[0].cells[0], "T" + t);
		for (const body of [...table.tBodies, table.tFoot])
			for (const row of body ? body.rows : []) {
				const name = "R" + t + "." + rows++;
				for (const cell of row.cells) {
					mark(cell, name, false);
					mark(cell, name, true);
				}
			}
	});
	for (const head of document.querySelectorAll("h2,h3,h4,caption")) {
		if (shown(head) && head.closest("main"))
			mark(head, "H" + heads++, true);
	}
}

function look_dom() {
	const body = document.body.cloneNode(true);
	// labels there are cut and wrapped to their room
	for (const label of body.querySelectorAll("svg text"))
		label.remove();
	return {
		lang: document.documentElement.lang,
		dir: document.documentElement.dir,
		title: document.title,
		text: body.textContent,
		names: [...new Set([...document.querySelectorAll("*")].flatMap(
			element => [element.localName, ...[
				...element.attributes].map(attribute =>
				"@" + attribute.name)]))].sort(),
		headings: [...document.querySelectorAll("h1,h2,h3,h4")].map(
			heading => heading.tagName[1] + " " +
				heading.textContent.trim()),
		tables: [...document.querySelectorAll("table")].map(table => ({
			caption: table.caption ?
				table.caption.textContent.trim() : "",
			id: (table.closest("[id]") || {}).id,
			rows: [...table.rows].map(row => [...row.cells].map(
				cell => cell.textContent.trim())),
			ids: [...table.rows].map(row => row.id),
		})),
	};
}

// --- looks --------------------------------------------------------------------
const LOOKS = {
	async axe(page) {
		const found = {};
		await page.evaluate(axe);
		const contrast = "color-contrast";
		for (const state of ["light", "narrow"]) {
			await set_state(page, state);
			found[state] = await page.evaluate(run_axe, TAGS,
				{ [contrast]: { enabled: state !== "light" } });
			found[state].unsure = [];
		}
		// of what is scrolled away none is known: so wide none is
		await page.evaluate(() => document.body.style.setProperty(
			"max-width", "none"));
		for (const [state, media] of Object.entries(COLORS)) {
			await set_window(page, [9000, 900], media);
			found[state + " colors"] = await page.evaluate(run_axe,
				[contrast], {});
		}
		return found;
	},
	async fits(page) {
		const found = {};
		for (const state of ["narrow", "zoomed", "light"]) {
			await set_state(page, state);
			found[state] = await page.evaluate(look_fits);
		}
		return found;
	},
	structure: page => page.evaluate(look_structure),
	closed: page => page.evaluate(look_closed),
	dom: page => page.evaluate(look_dom),
	async tab(page) {
		const count = await page.evaluate(prepare_tab);
		for (let i = 0; i < count + 5; i++)
			await page.keyboard.press("Tab");
		return page.evaluate(look_tab);
	},
	async print(page, job) {
		const print = path => page.pdf({ path, preferCSSPageSize: true,
			timeout: 0 });
		await print(job.pdf);
		await page.emulateMediaType("print");
		await page.evaluate(mark_for_print);
		await print(job.pdf + ".marked");
		return true;
	},
	async plain(page) {
		await set_state(page, "narrow");
		return page.evaluate(look_plain);
	},
	async shots(page, job) {
		for (const state of ["light", "narrow", "dark"]) {
			await set_state(page, state);
			await page.screenshot({ fullPage: true,
				path: `${job.shots}-${state}.png` });
		}
		return true;
	},
};

async function look(browser, job) {
	const url = pathToFileURL(job.path).href;
	const found = { path: job.path };
	const said = new Set(), asked = new Set();
	const page = await browser.newPage();
	page.client = await page.createCDPSession();
	await page.client.send("Emulation.setFocusEmulationEnabled",
		{ enabled: true });
	page.on("console", line => said.add(line.text()));
	page.on("pageerror", error => said.add(String(error)));
	await page.setRequestInterception(true);
	page.on("request", request => {
		if (request.url() === url && request.isNavigationRequest())
			return request.continue();
		asked.add(request.url());
		return request.abort();
	});
	// a look may change the page: each has its own
	for (const name of job.looks) {
		await page.goto(url, { timeout: 0 });
		await set_state(page, "light");
		await page.evaluate(SHARED);
		if (name !== "print")
			await page.evaluate(open_all);
		found[name] = await LOOKS[name](page, job);
	}
	await page.close();
	return { ...found, said: [...said], asked: [...asked] };
}

async function main() {
	const jobs = JSON.parse(fs.readFileSync(0, "utf8"));
	const browser = await puppeteer.launch({
		executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu"],
		timeout: 120000, protocolTimeout: 600000,
	});
	const found = [];
	const work = async () => {
		for (let i; (i = jobs.findIndex(job => job)) >= 0;) {
			const job = jobs[i];
			jobs[i] = null;
			found[i] = await look(browser, job);
		}
	};
	try {
		await Promise.all([work(), work()]); // two at a time
	} finally {
		await browser.close();
	}
	process.stdout.write(JSON.stringify(found));
}

main().catch(error => {
	console.error(error);
	process.exitCode = 1;
});
